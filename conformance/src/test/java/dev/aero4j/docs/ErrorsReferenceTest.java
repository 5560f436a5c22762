package dev.aero4j.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.aero4j.AerospikeException;
import dev.aero4j.model.ResultCode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares docs/errors.md with the exceptions and result codes of the code. */
class ErrorsReferenceTest {
  private static List<List<String>> rows;

  @BeforeAll
  static void read() throws IOException {
    rows = Documents.rows(Documents.read("docs/errors.md"));
  }

  @Test
  void everyExceptionHasItsRowAndEveryRowItsException() {
    Set<String> exceptions =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.aero4j")
                .stream()
                .filter(assignableTo(AerospikeException.class))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    List<String> told =
        rows.stream()
            .map(row -> row.get(0).replace("`", ""))
            .filter(name -> name.endsWith("Exception"))
            .toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(exceptions);
  }

  @Test
  void everyResultCodeHasItsRowWithItsNumber() throws IllegalAccessException {
    List<String> told =
        rows.stream()
            .filter(row -> row.get(0).matches("-?\\d+"))
            .map(row -> row.get(0) + " " + row.get(1))
            .toList();
    Set<String> codes = new TreeSet<>();
    for (Field field : ResultCode.class.getFields()) {
      codes.add(field.getInt(null) + " `" + field.getName() + "`");
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(codes);
  }
}
