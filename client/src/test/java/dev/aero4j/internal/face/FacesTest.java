package dev.aero4j.internal.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.AsyncClient;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientConfig;
import dev.aero4j.InfoNodeResult;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.internal.command.Errors;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteMeta;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FacesTest {
  private static final Set<String> PLAIN_ON_BOTH = Set.of("close", "isConnected", "getNodeNames");
  private static final Map<String, String> BOXES =
      Map.of("void", "java.lang.Void", "boolean", "java.lang.Boolean");
  private static final ClientConfig CONFIG = ClientConfig.builder().host("127.0.0.1").build();
  private static final ReadPolicy READ = ReadPolicy.builder().readTouchTtlPercent(5).build();
  private static final Key KEY = Key.of("test", "demo", 1);

  @Test
  void theTwoFacesHaveTheSameMethods() {
    assertThat(signatures(AsyncClient.class, false)).isEqualTo(signatures(Client.class, true));
    assertThat(signatures(Client.class, true)).hasSizeGreaterThan(50);
  }

  private static Set<String> signatures(Class<?> face, boolean wrap) {
    return Arrays.stream(face.getMethods())
        .filter(method -> !method.isSynthetic())
        .map(method -> signature(method, wrap))
        .collect(Collectors.toSet());
  }

  private static String signature(Method method, boolean wrap) {
    String result =
        method
            .getGenericReturnType()
            .getTypeName()
            .replace("dev.aero4j.Client", "dev.aero4j.AsyncClient");
    if (wrap && !PLAIN_ON_BOTH.contains(method.getName())) {
      result = CompletableFuture.class.getName() + "<" + BOXES.getOrDefault(result, result) + ">";
    }
    String parameters =
        Arrays.stream(method.getGenericParameterTypes())
            .map(Type::getTypeName)
            .collect(Collectors.joining(", "));
    return result
        + " "
        + method.getName()
        + "("
        + parameters
        + ")"
        + (method.isVarArgs() ? "..." : "");
  }

  @Test
  void everyCallBecomesTheSameCommandOnBothFaces() {
    RecordingCore blocking = new RecordingCore();
    RecordingCore async = new RecordingCore();
    Client client = new BlockingClient(CONFIG, blocking);
    AsyncClient asyncClient = new FutureClient(CONFIG, async);
    Bins bins = Bins.of("a", 1);
    byte[] bytes = {1};
    List<Operation> operations = List.of(Operation.get("a"));
    WriteMeta meta = WriteMeta.ttl(5);

    client.put(KEY, bins, meta);
    asyncClient.put(KEY, bins, meta).join();
    client.put(KEY, Map.of("a", 1));
    asyncClient.put(KEY, Map.of("a", 1)).join();
    client.get(KEY);
    asyncClient.get(KEY).join();
    client.get(KEY, READ);
    asyncClient.get(KEY, READ).join();
    client.select(KEY, "a");
    asyncClient.select(KEY, "a").join();
    client.select(KEY, List.of("a"), READ);
    asyncClient.select(KEY, List.of("a"), READ).join();
    client.exists(KEY);
    asyncClient.exists(KEY).join();
    client.exists(KEY, READ);
    asyncClient.exists(KEY, READ).join();
    client.remove(KEY);
    asyncClient.remove(KEY).join();
    client.touch(KEY, meta);
    asyncClient.touch(KEY, meta).join();
    client.touch(KEY, 7);
    asyncClient.touch(KEY, 7).join();
    client.append(KEY, "a", "x");
    asyncClient.append(KEY, "a", "x").join();
    client.append(KEY, "a", bytes);
    asyncClient.append(KEY, "a", bytes).join();
    client.prepend(KEY, "a", "x");
    asyncClient.prepend(KEY, "a", "x").join();
    client.prepend(KEY, "a", bytes);
    asyncClient.prepend(KEY, "a", bytes).join();
    client.increment(KEY, "a", 1);
    asyncClient.increment(KEY, "a", 1).join();
    client.increment(KEY, "a", 0.5);
    asyncClient.increment(KEY, "a", 0.5).join();
    client.removeBin(KEY, "a");
    asyncClient.removeBin(KEY, "a").join();
    client.removeBin(KEY, List.of("a"), meta);
    asyncClient.removeBin(KEY, List.of("a"), meta).join();
    client.operate(KEY, Operation.touch());
    asyncClient.operate(KEY, Operation.touch()).join();
    client.operate(KEY, operations, meta);
    asyncClient.operate(KEY, operations, meta).join();
    client.operateOrdered(KEY, Operation.touch());
    asyncClient.operateOrdered(KEY, Operation.touch()).join();
    client.operateOrdered(KEY, operations, meta);
    asyncClient.operateOrdered(KEY, operations, meta).join();

    assertThat(blocking.frames).hasSize(23).doesNotHaveDuplicates().hasSameSizeAs(async.frames);
    assertThat(async.frames).isEqualTo(blocking.frames);
  }

  @Test
  void theBlockingFaceThrowsWhatTheAsyncFaceCompletesWith() {
    RecordingCore core = new RecordingCore();
    core.failure = Errors.closed();
    Client client = new BlockingClient(CONFIG, core);
    AsyncClient async = new FutureClient(CONFIG, core);
    assertThatThrownBy(() -> client.get(KEY)).isSameAs(core.failure);
    assertThat(async.get(KEY).exceptionNow()).isSameAs(core.failure);
    assertThatThrownBy(() -> client.infoAll("node")).isSameAs(core.failure);
    assertThat(async.infoAll("node").exceptionNow()).isSameAs(core.failure);
    assertThatThrownBy(client::connect).isSameAs(core.failure);
    assertThatThrownBy(() -> async.connect().join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isSameAs(core.failure);
  }

  @Test
  void aBadArgumentIsThrownByOneFaceAndFailsTheFutureOfTheOther() {
    Client client = new BlockingClient(CONFIG, new RecordingCore());
    AsyncClient async = new FutureClient(CONFIG, new RecordingCore());
    assertThatThrownBy(() -> client.select(KEY)).isInstanceOf(InvalidArgumentException.class);
    assertThat(async.select(KEY).exceptionNow()).isInstanceOf(InvalidArgumentException.class);
    assertThat(async.get(null).exceptionNow()).isInstanceOf(InvalidArgumentException.class);
    assertThat(async.put(KEY, Map.of("", 1)).exceptionNow())
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(async.put(KEY, Map.of("a", new Object())).exceptionNow())
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void infoGoesToTheCluster() {
    RecordingCore core = new RecordingCore();
    Client client = new BlockingClient(CONFIG, core);
    assertThat(client.infoAll("node")).containsExactly(new InfoNodeResult("A1", 0, "node"));
    assertThat(client.infoRandomNode("build", InfoPolicy.defaults())).isEqualTo("build");
    assertThat(client.ping()).isTrue();
    assertThat(client.connect()).isSameAs(client);
    assertThat(client.getNodeNames()).containsExactly("A1");
    assertThat(client.isConnected()).isTrue();
  }
}
