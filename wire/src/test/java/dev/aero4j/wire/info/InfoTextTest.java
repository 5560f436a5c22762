package dev.aero4j.wire.info;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InfoTextTest {
  @Test
  void aRequestHasALineForEachName() {
    byte[] request = InfoText.request("node", "sets/test");
    assertThat(request).isEqualTo("node\nsets/test\n".getBytes(UTF_8));
    assertThat(InfoText.parseRequest(request)).containsExactly("node", "sets/test");
    assertThat(InfoText.parseRequest(new byte[0])).isEmpty();
    assertThat(InfoText.parseRequest("\nnode".getBytes(UTF_8))).containsExactly("node");
    assertThatThrownBy(() -> InfoText.request("a\nb")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> InfoText.request("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAnswerHasNameTabValueOnEachLine() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("node", "BB9");
    values.put("features", "");
    byte[] response = InfoText.response(values);
    assertThat(response).isEqualTo("node\tBB9\nfeatures\t\n".getBytes(UTF_8));
    assertThat(InfoText.parseResponse(response)).containsExactlyEntriesOf(values);
    assertThatThrownBy(() -> InfoText.response(Map.of("a\tb", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aValueMayHaveTabsAndLineBreaks() {
    byte[] response = "udf-get\tline 1\nline 2\nother\tline 3\nnode\tB\tB\n".getBytes(UTF_8);
    assertThat(InfoText.parseResponse(response))
        .containsEntry("udf-get", "line 1\nline 2")
        .containsEntry("node", "B\tB");
    assertThat(InfoText.parseResponse(response, List.of("udf-get", "node")))
        .hasSize(2)
        .containsEntry("udf-get", "line 1\nline 2\nother\tline 3");
  }

  @Test
  void anAnswerWithoutANameIsKeptUnderTheEmptyName() {
    assertThat(InfoText.parseResponse("ERROR:80:not authenticated\n".getBytes(UTF_8)))
        .containsOnly(Map.entry("", "ERROR:80:not authenticated"));
    assertThat(InfoText.parseResponse(new byte[0])).isEmpty();
  }

  @Test
  void listsAndPairsAreReadAndWritten() {
    assertThat(InfoText.parseList("a;b;;c")).containsExactly("a", "b", "c");
    assertThat(InfoText.parseList("")).isEmpty();
    assertThat(InfoText.formatList(List.of("a", "b"))).isEqualTo("a;b");
    Map<String, String> pairs = InfoText.parseKeyValues("a=1;b=x=y;flag");
    assertThat(pairs).containsEntry("a", "1").containsEntry("b", "x=y").containsEntry("flag", "");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("a", 1);
    values.put("b", true);
    assertThat(InfoText.formatKeyValues(values)).isEqualTo("a=1;b=true");
    String rows = "ns=test:set=users:objects=5;ns=test:set=orders:objects=6";
    assertThat(InfoText.parseRows(rows)).hasSize(2);
    assertThat(InfoText.parseRows(rows).get(1)).containsEntry("set", "orders");
    assertThat(InfoText.formatRows(InfoText.parseRows(rows))).isEqualTo(rows);
  }

  @Test
  void booleansAndNumbersAreReadOrRefused() {
    assertThat(InfoText.parseBoolean("TRUE")).isTrue();
    assertThat(InfoText.parseBoolean("false")).isFalse();
    assertThat(InfoText.parseLong(" 12 ")).isEqualTo(12);
    assertThatThrownBy(() -> InfoText.parseBoolean("yes")).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> InfoText.parseLong("1e3")).isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR:4:bad parameter,4,bad parameter",
    "ERROR::no such index,1,no such index",
    "ERROR:201,201,''",
    "ERROR,1,''",
    "ERROR:,1,''",
    "error:4,4,''",
    "FAIL:200:index exists: x,200,index exists: x",
    "FAIL:not allowed,1,not allowed",
    "FAIL: 4:why,4,why",
    "ERROR:99999999999:big,1,99999999999:big",
    "ERROR:-5:low,-5,low"
  })
  void errorsAreReadInAllTheirForms(String value, int code, String text) {
    assertThat(InfoError.parse(value)).isEqualTo(new InfoError(code, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ok", "errors=3", "FAILURES", "ns=test;error=1"})
  void goodAnswersAreNoErrors(String value) {
    assertThat(InfoError.parse(value)).isNull();
  }

  @Test
  void anErrorIsWrittenAsTheServerDoes() {
    assertThat(new InfoError(4, "bad").format()).isEqualTo("ERROR:4:bad");
    assertThat(new InfoError(ResultCode.SERVER_ERROR, "bad").format()).isEqualTo("ERROR::bad");
    assertThat(InfoError.parse(new InfoError(1, "x:y").format()))
        .isEqualTo(new InfoError(1, "x:y"));
  }
}
