package dev.aero4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.GeoJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinArgumentTest {
  private static Object value(String argument) {
    return BinArgument.parse(argument).value();
  }

  @Test
  void theTypeIsGuessedFromTheLooks() {
    assertThat(value("a=30")).isEqualTo(30L);
    assertThat(value("a=-30")).isEqualTo(-30L);
    assertThat(value("a=1.5")).isEqualTo(1.5);
    assertThat(value("a=true")).isEqualTo(true);
    assertThat(value("a=null")).isNull();
    assertThat(value("a=Alice")).isEqualTo("Alice");
    assertThat(value("a=")).isEqualTo("");
    assertThat(value("a=x=y")).isEqualTo("x=y");
    assertThat(value("a=[1,\"b\"]")).isEqualTo(List.of(1L, "b"));
    assertThat(value("a={\"b\":{\"c\":null}}")).asString().isEqualTo("{b={c=null}}");
  }

  @Test
  void aTypeThatIsGivenIsKept() {
    assertThat(value("a:string=30")).isEqualTo("30");
    assertThat(value("a:int=7")).isEqualTo(7L);
    assertThat(value("a:double=1")).isEqualTo(1.0);
    assertThat(value("a:json=\"text\"")).isEqualTo("text");
    assertThat(value("a:json=1e3")).isEqualTo(1000.0);
    assertThat((byte[]) value("a:hex=0aff")).containsExactly(0x0a, 0xff);
    assertThat(value("a:geo={\"type\":\"Point\",\"coordinates\":[1,2]}"))
        .isEqualTo(GeoJson.of("{\"type\":\"Point\",\"coordinates\":[1,2]}"));
    assertThat(value("a:null=")).isNull();
  }

  @Test
  void jsonIsReadAndWrittenAlike() {
    for (String json :
        List.of(
            "{}",
            "[]",
            "[[],{}]",
            "\"\\\"\\\\\\n\\t\\u0001 é\"",
            "[true,false,null,-1,0,1.5]",
            "{\"a\":{\"b\":[1,{\"c\":\"d\"}]}}")) {
      assertThat(JsonWriter.write(JsonReader.read(json))).isEqualTo(json);
    }
    assertThat(JsonReader.read(" [ 1 , \"\\u00e9\\/\" ] ")).isEqualTo(Arrays.asList(1L, "é/"));
  }

  @Test
  void jsonThatIsNoneIsRefusedWithItsPlace() {
    for (String wrong :
        List.of(
            "",
            "[",
            "[1",
            "[1,]",
            "{\"a\"}",
            "{a:1}",
            "01",
            "1.",
            "tru",
            "\"a",
            "\"\\x\"",
            "\"\\u12\"",
            "1 2",
            "99999999999999999999",
            "[".repeat(1000))) {
      assertThatThrownBy(() -> JsonReader.read(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected");
    }
  }

  @Test
  void whatJsonHasNoWordForBecomesAnObject() {
    assertThat(JsonWriter.write(Double.NaN)).isEqualTo("{\"$double\":\"NaN\"}");
    assertThat(JsonWriter.write(new byte[] {10})).isEqualTo("{\"$hex\":\"0a\"}");
    assertThat(JsonWriter.write(GeoJson.of("{}"))).isEqualTo("{\"$geo\":\"{}\"}");
    assertThat(JsonWriter.write(Map.of(1L, "a"))).isEqualTo("{\"1\":\"a\"}");
  }
}
