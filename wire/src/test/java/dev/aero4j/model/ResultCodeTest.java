package dev.aero4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ResultCodeTest {
  @Test
  void everyConstantHasItsNameAndWordsAndNoNumberIsUsedTwice() throws IllegalAccessException {
    Map<Integer, String> names = new HashMap<>();
    for (Field field : ResultCode.class.getFields()) {
      int code = field.getInt(null);
      assertThat(names.put(code, field.getName())).as("names of %d", code).isNull();
      assertThat(ResultCode.name(code)).isEqualTo(field.getName());
      assertThat(ResultCode.text(code)).isNotBlank().doesNotEndWith(".").doesNotContain("null");
    }
    assertThat(names).hasSizeGreaterThan(90);
  }

  @Test
  void anUnknownCodeHasANameAndWordsToo() {
    assertThat(ResultCode.name(77)).isEqualTo("CODE_77");
    assertThat(ResultCode.text(77)).contains("77");
  }

  @Test
  void codesOfTheServerAreThoseOfItsProtocol() {
    assertThat(ResultCode.KEY_NOT_FOUND).isEqualTo(2);
    assertThat(ResultCode.KEY_BUSY).isEqualTo(14);
    assertThat(ResultCode.FILTERED_OUT).isEqualTo(27);
    assertThat(ResultCode.UDF_ERROR).isEqualTo(100);
    assertThat(ResultCode.INVALID_GEOJSON).isEqualTo(160);
    assertThat(ResultCode.INDEX_NOT_FOUND).isEqualTo(201);
    assertThat(ResultCode.isClientSide(ResultCode.KEY_BUSY)).isFalse();
    assertThat(ResultCode.isClientSide(ResultCode.NO_RESPONSE)).isTrue();
  }
}
