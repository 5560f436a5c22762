package dev.aero4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.ResultCode;
import org.junit.jupiter.api.Test;

class AerospikeTest {
  private static final String NOWHERE = "aerospike://192.0.2.1:1";
  private static final Key KEY = Key.of("test", "demo", 1);

  @Test
  void aNewClientHasNoThreadAndIsNotConnected() {
    int before = Thread.activeCount();
    try (Client client = Aerospike.client(NOWHERE);
        AsyncClient async = Aerospike.asyncClient(NOWHERE)) {
      assertThat(Thread.activeCount()).isEqualTo(before);
      assertThat(client.isConnected()).isFalse();
      assertThat(client.getNodeNames()).isEmpty();
      assertThat(async.isConnected()).isFalse();
    }
  }

  @Test
  void aCommandBeforeConnectSaysWhatToDo() {
    try (Client client = Aerospike.client(NOWHERE);
        AsyncClient async = Aerospike.asyncClient(NOWHERE)) {
      assertThatThrownBy(() -> client.get(KEY))
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("connect()");
      assertThat(async.get(KEY).exceptionNow())
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("connect()");
    }
  }

  @Test
  void aCommandAfterCloseSaysSo() {
    Client client = Aerospike.client(NOWHERE);
    client.close();
    client.close();
    assertThatThrownBy(() -> client.get(KEY))
        .isInstanceOfSatisfying(
            ClientException.class,
            e -> assertThat(e.resultCode()).isEqualTo(ResultCode.CLIENT_CLOSED))
        .hasMessageContaining("closed");
    assertThatThrownBy(client::connect)
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("closed");
  }
}
