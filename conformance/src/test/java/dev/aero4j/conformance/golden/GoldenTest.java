package dev.aero4j.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.cdt.CTX;
import com.aerospike.client.cdt.CdtOperation;
import com.aerospike.client.cdt.ListOperation;
import com.aerospike.client.cdt.MapOperation;
import com.aerospike.client.exp.BitExp;
import com.aerospike.client.exp.CdtExp;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.ExpOperation;
import com.aerospike.client.exp.HLLExp;
import com.aerospike.client.exp.ListExp;
import com.aerospike.client.exp.MapExp;
import com.aerospike.client.operation.BitOperation;
import com.aerospike.client.operation.HLLOperation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.aero4j.conformance.golden.Table.ExpRow;
import dev.aero4j.conformance.golden.Table.OperationRow;
import dev.aero4j.expression.Expression;
import dev.aero4j.operation.Context;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every call of the official client 9.3.0 has one of ours that is encoded alike, to the byte. */
class GoldenTest {
  private static final List<Class<?>> OFFICIAL =
      List.of(
          CTX.class,
          ListOperation.class,
          MapOperation.class,
          CdtOperation.class,
          BitOperation.class,
          HLLOperation.class,
          ExpOperation.class,
          Exp.class,
          ListExp.class,
          MapExp.class,
          CdtExp.class,
          BitExp.class,
          HLLExp.class);

  /** What is not in the rows, and why. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          // Used on every path, below.
          "CTX.toBytes(CTX[])",
          "CTX.fromBytes(byte[])",
          "CTX.toBase64(CTX[])",
          "CTX.fromBase64(String)");

  @Test
  void operationsAreEncodedAlike() {
    SoftAssertions all = new SoftAssertions();
    for (OperationRow row : Table.operations()) {
      WireWriter ours = new WireWriter(256);
      row.ours().writeTo(ours);
      WireWriter theirs = new WireWriter(256);
      int start =
          BinOperation.begin(
              theirs,
              row.theirs().type.protocolType,
              row.theirs().value.getType(),
              row.theirs().binName);
      theirs.putBytes((byte[]) row.theirs().value.getObject());
      BinOperation.end(theirs, start);
      all.assertThat(hex(ours.toByteArray())).as(row.name()).isEqualTo(hex(theirs.toByteArray()));
    }
    all.assertAll();
  }

  @Test
  void expressionsAreEncodedAlike() {
    SoftAssertions all = new SoftAssertions();
    for (ExpRow row : Table.expressions()) {
      all.assertThat(hex(row.ours().build().toBytes()))
          .as(row.name())
          .isEqualTo(hex(Exp.build(row.theirs()).getBytes()));
    }
    all.assertAll();
  }

  @Test
  void pathsAreEncodedAlikeAndReadBack() {
    Stream.concat(Paths.ALL.stream(), Paths.BRANCHING.stream())
        .forEach(
            path -> {
              byte[] theirs = CTX.toBytes(path.theirs());
              assertThat(hex(path.ours().toBytes())).as(path.toString()).isEqualTo(hex(theirs));
              assertThat(path.ours().toBase64()).isEqualTo(CTX.toBase64(path.theirs()));
              assertThat(Context.fromBytes(theirs)).isEqualTo(path.ours());
              assertThat(Context.fromBase64(CTX.toBase64(path.theirs()))).isEqualTo(path.ours());
              assertThat(CTX.toBytes(CTX.fromBytes(path.ours().toBytes()))).isEqualTo(theirs);
              assertThat(CTX.toBytes(CTX.fromBase64(path.ours().toBase64()))).isEqualTo(theirs);
            });
  }

  /** What an operation takes from a path that was read is what it takes from one that was made. */
  @Test
  void pathsThatWereReadWorkLikeThoseThatWereMade() {
    for (Paths.Path path : Paths.ALL) {
      Context read = Context.fromBytes(path.ours().toBytes());
      dev.aero4j.operation.ListOperation create =
          dev.aero4j.operation.ListOperation.create(
              "l", dev.aero4j.operation.ListOptions.ordered());
      assertThat(create.at(read)).isEqualTo(create.at(path.ours()));
      assertThat(read.mapKey("x")).isEqualTo(path.ours().mapKey("x"));
      assertThat(read).hasToString(path.ours().toString());
    }
  }

  @Test
  void everyExpressionPrintsReadably() {
    SoftAssertions all = new SoftAssertions();
    for (ExpRow row : Table.expressions()) {
      all.assertThat(Expression.fromBytes(row.ours().build().toBytes()).toString())
          .as(row.name())
          .doesNotContain("Expression[")
          .isEqualTo(row.ours().toString());
    }
    all.assertAll();
  }

  @Test
  void noOfficialCallIsWithoutARow() {
    Set<String> called =
        Stream.of(new ClassFileImporter().importClasses(Table.CLASSES))
            .flatMap(classes -> classes.stream())
            .flatMap(GoldenTest::accesses)
            .filter(access -> isOfficial(access.getTargetOwner()))
            .map(GoldenTest::signature)
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (Class<?> type : OFFICIAL) {
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers())) {
          missing.add(signature(type, method.getName(), method.getParameterTypes()));
        }
      }
    }
    assertThat(missing).hasSizeGreaterThan(300).containsAll(ELSEWHERE);
    missing.removeAll(called);
    missing.removeAll(ELSEWHERE);
    missing.remove("Exp.build(Exp)");
    assertThat(missing).isEmpty();
  }

  private static Stream<JavaCodeUnitAccess<?>> accesses(JavaClass rows) {
    return Stream.concat(
        rows.getMethodCallsFromSelf().stream(), rows.getMethodReferencesFromSelf().stream());
  }

  private static boolean isOfficial(JavaClass owner) {
    return OFFICIAL.stream().anyMatch(type -> type.getName().equals(owner.getName()));
  }

  private static String signature(JavaCodeUnitAccess<?> access) {
    String owner = access.getTargetOwner().getSimpleName();
    return access.getTarget().getRawParameterTypes().stream()
        .map(JavaClass::getSimpleName)
        .collect(Collectors.joining(",", owner + "." + access.getTarget().getName() + "(", ")"));
  }

  private static String signature(Class<?> owner, String name, Class<?>... parameters) {
    return Arrays.stream(parameters)
        .map(Class::getSimpleName)
        .collect(Collectors.joining(",", owner.getSimpleName() + "." + name + "(", ")"));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
