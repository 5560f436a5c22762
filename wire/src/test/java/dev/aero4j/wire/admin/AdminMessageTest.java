package dev.aero4j.wire.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class AdminMessageTest {
  /** Made by the official Java client, 9.3.0; roles are not part of this command elsewhere. */
  private static final String CREATE_ROLE =
      "00000a03000000000000000000000000000000060b726f6c65310000000f0a0204726561640777726974652d78"
          + "000000120c030a0474657374057573657273010d0000000000050e00000064";

  @Test
  void aMessageHasTheBytesOfTheOfficialClient() {
    AdminMessage sent =
        AdminMessage.request(
            AdminCommand.CREATE_ROLE,
            AdminField.utf8(AdminFieldId.ROLE, "role1"),
            AdminField.roles(List.of("read", "write-x")),
            AdminField.privileges(
                List.of(
                    Privilege.of(PrivilegeCode.READ, "test", "users"),
                    Privilege.global(PrivilegeCode.SYS_ADMIN),
                    Privilege.global(PrivilegeCode.WRITE))),
            AdminField.uint32(AdminFieldId.READ_QUOTA, 100));
    byte[] bytes = encode(sent);
    // The official client counts fields by hand, and was told three.
    bytes[3] = 3;
    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(CREATE_ROLE);
    bytes[3] = 4;
    AdminMessage back = AdminMessage.read(new WireReader(bytes));
    assertThat(back).isEqualTo(sent).hasSameHashCodeAs(sent);
    assertThat(back.fields().get(0).asUtf8()).isEqualTo("role1");
    assertThat(back.fields().get(1).asRoles()).containsExactly("read", "write-x");
    assertThat(back.fields().get(2).asPrivileges())
        .containsExactly(
            Privilege.of(PrivilegeCode.READ, "test", "users"),
            Privilege.global(PrivilegeCode.SYS_ADMIN),
            Privilege.global(PrivilegeCode.WRITE));
    assertThat(back.field(AdminFieldId.READ_QUOTA).asUint32()).isEqualTo(100);
    assertThat(back.field(AdminFieldId.USER)).isNull();
  }

  @Test
  void aFrameMayHoldSeveralMessages() {
    AdminMessage user =
        AdminMessage.answer(
            ResultCode.OK,
            AdminField.utf8(AdminFieldId.USER, "\u017c"),
            AdminField.usage(AdminFieldId.READ_INFO, List.of(0L, 4_294_967_295L)),
            AdminField.bytes(AdminFieldId.SESSION_TOKEN, new byte[] {1}),
            AdminField.whitelist(List.of("10.0.0.0/8", "::1")));
    AdminMessage end = AdminMessage.answer(ResultCode.QUERY_END);
    WireWriter out = new WireWriter(1);
    user.write(out);
    end.write(out);
    List<AdminMessage> back = AdminMessage.readAll(new WireReader(out.toByteArray()));
    assertThat(back).containsExactly(user, end);
    assertThat(back.get(0).fields().get(1).asUsage()).containsExactly(0L, 4_294_967_295L);
    assertThat(back.get(0).fields().get(3).asWhitelist()).containsExactly("10.0.0.0/8", "::1");
    assertThat(AdminField.whitelist(List.of()).asWhitelist()).isEmpty();
  }

  @Test
  void aMessageCutAnywhereIsAProtocolError() {
    byte[] bytes =
        encode(
            AdminMessage.request(
                AdminCommand.LOGIN,
                AdminField.utf8(AdminFieldId.USER, "me"),
                AdminField.bytes(AdminFieldId.CREDENTIAL, new byte[60])));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> AdminMessage.read(new WireReader(cut)))
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Property
  void anyBytesAreAMessageOrAProtocolError(@ForAll byte[] bytes, @ForAll long seed) {
    decode(bytes);
    Random random = new Random(seed);
    byte[] damaged = HexFormat.of().parseHex(CREATE_ROLE);
    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    decode(damaged);
  }

  private static void decode(byte[] bytes) {
    try {
      for (AdminMessage message : AdminMessage.readAll(new WireReader(bytes))) {
        for (AdminField field : message.fields()) {
          tryOut(field::asPrivileges);
          tryOut(field::asRoles);
          tryOut(field::asUint32);
          tryOut(field::asUsage);
          tryOut(field::asUtf8);
          tryOut(field::asWhitelist);
        }
      }
    } catch (ProtocolException expected) {
      assertThat(expected).hasMessageNotContaining("null");
    }
  }

  private static void tryOut(Runnable decoder) {
    try {
      decoder.run();
    } catch (ProtocolException expected) {
      assertThat(expected).hasMessageNotContaining("null");
    }
  }

  @Test
  void whatDoesNotFitItsLengthByteIsRefused() {
    assertThatThrownBy(() -> AdminField.roles(Collections.nCopies(256, "r")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AdminField.roles(List.of("r".repeat(256))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AdminField.uint32(AdminFieldId.READ_QUOTA, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AdminMessage.request(256))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AdminField(256, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void scopesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> Privilege.of(PrivilegeCode.SYS_ADMIN, "test", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Privilege.of(PrivilegeCode.READ, "", "users"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Privilege.global(256)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void privilegesFieldsAndCommandsPrintWithoutSecrets() {
    assertThat(Privilege.of(PrivilegeCode.READ_WRITE, "test", "users"))
        .hasToString("read-write.test.users");
    assertThat(Privilege.of(PrivilegeCode.READ, "test", "")).hasToString("read.test");
    assertThat(Privilege.global(PrivilegeCode.USER_ADMIN)).hasToString("user-admin");
    assertThat(AdminField.utf8(AdminFieldId.CLEAR_PASSWORD, "secret"))
        .hasToString("AdminField[4, 6 bytes]");
    assertThat(AdminCommand.name(AdminCommand.LOGIN)).isEqualTo("log in");
    assertThat(AdminCommand.name(99)).isEqualTo("command 99");
    assertThat(PrivilegeCode.text(99)).isEqualTo("privilege 99");
  }

  private static byte[] encode(AdminMessage message) {
    WireWriter out = new WireWriter(1);
    message.write(out);
    return out.toByteArray();
  }
}
