package dev.aero4j.wire.info;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class InfoFuzzTest {
  private static final String[] SEEDS = {
    "6,3000,[[BB9,,[172.17.0.5]],[BB7,\"t\",[[2001:db8::1]:4333,[::1],db:3001]]]",
    "test:5,2," + PartitionBitmap.all().format() + "," + PartitionBitmap.empty().format(),
    "test:" + PartitionBitmap.all().format() + ";bar:" + PartitionBitmap.empty().format(),
    "test:1;bar:0",
    "10.0.0.1:3000,[::1]:3001",
    "8.1.2.0-rc2",
    "ERROR:4:text",
    "a=1;b=2",
    "node\tBB9\nfeatures\ta;b\n"
  };

  private static final List<Consumer<String>> PARSERS =
      List.of(
          Peers::parse,
          NamespacePartitions::parseReplicas,
          NamespacePartitions::parseReplicasAll,
          NamespacePartitions::parseReplicasMaster,
          RackIds::parse,
          text -> HostPort.parseList(text, 3000),
          BuildVersion::parse,
          InfoError::parse,
          NodeFeatures::parse,
          InfoText::parseRows,
          InfoText::parseLong,
          InfoText::parseBoolean,
          text -> InfoText.parseResponse(text.getBytes(StandardCharsets.UTF_8)),
          text -> InfoText.parseRequest(text.getBytes(StandardCharsets.UTF_8)));

  @Property(tries = 1000)
  void anyTextIsReadOrRefused(@ForAll String text) {
    PARSERS.forEach(parser -> tryOut(parser, text));
  }

  @Property(tries = 3000)
  void damagedTextIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
    String letters = "[],:;=\"\\\t\n-.0129aA\u00e9";
    for (int i = 1 + random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      char letter = letters.charAt(random.nextInt(letters.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, letter);
        case 1 -> text.insert(at, letter);
        case 2 -> text.deleteCharAt(at);
        default -> text.setLength(at);
      }
    }
    PARSERS.forEach(parser -> tryOut(parser, text.toString()));
  }

  private static void tryOut(Consumer<String> parser, String text) {
    try {
      parser.accept(text);
    } catch (ProtocolException expected) {
      assertThat(expected.getMessage()).isNotBlank().hasSizeLessThan(400);
    }
  }
}
