package dev.aero4j.wire.admin;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a security message: a number from {@link AdminFieldId} and bytes, which are text, a
 * 32-bit number, or a list with its length in the first byte.
 *
 * @param id the field's number, 0 to 255
 * @param bytes the content; copied on the way in and out
 */
public record AdminField(int id, byte[] bytes) {
  /** The longest list, and the longest name in one: their lengths are single bytes. */
  private static final int LONGEST = 255;

  public AdminField {
    if (id < 0 || id > 255) {
      throw new IllegalArgumentException("field number " + id + " is not between 0 and 255");
    }
    bytes = bytes.clone();
  }

  /** Returns a field of bytes. */
  public static AdminField bytes(int id, byte[] bytes) {
    return new AdminField(id, bytes);
  }

  /** Returns a field of text. */
  public static AdminField utf8(int id, String text) {
    return new AdminField(id, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a field of an unsigned 32-bit number. */
  public static AdminField uint32(int id, long value) {
    WireWriter out = new WireWriter(Integer.BYTES);
    putUint32(out, value);
    return new AdminField(id, out.toByteArray());
  }

  /** Returns the field {@link AdminFieldId#ROLES}. */
  public static AdminField roles(Collection<String> roles) {
    WireWriter out = begin("roles", roles.size());
    roles.forEach(role -> putName(out, "role", role));
    return new AdminField(AdminFieldId.ROLES, out.toByteArray());
  }

  /** Returns the field {@link AdminFieldId#PRIVILEGES}. */
  public static AdminField privileges(Collection<Privilege> privileges) {
    WireWriter out = begin("privileges", privileges.size());
    for (Privilege privilege : privileges) {
      out.putByte(privilege.code());
      if (PrivilegeCode.scoped(privilege.code())) {
        putName(out, "namespace", privilege.namespace());
        putName(out, "set", privilege.set());
      }
    }
    return new AdminField(AdminFieldId.PRIVILEGES, out.toByteArray());
  }

  /** Returns the field {@link AdminFieldId#WHITELIST}. */
  public static AdminField whitelist(Collection<String> addresses) {
    return utf8(AdminFieldId.WHITELIST, String.join(",", addresses));
  }

  /**
   * Returns the field {@link AdminFieldId#READ_INFO} or {@link AdminFieldId#WRITE_INFO}: the quota,
   * the rate of single commands, the rate of query records, the number of limited queries.
   */
  public static AdminField usage(int id, List<Long> numbers) {
    WireWriter out = begin("numbers", numbers.size());
    numbers.forEach(number -> putUint32(out, number));
    return new AdminField(id, out.toByteArray());
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns the content as text. */
  public String asUtf8() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Returns the content as an unsigned 32-bit number.
   *
   * @throws ProtocolException when it has another length
   */
  public long asUint32() {
    WireReader in = reader();
    long value = in.readUnsignedInt();
    checkEnd(in);
    return value;
  }

  /**
   * Returns the content as role names.
   *
   * @throws ProtocolException when it is no such list
   */
  public List<String> asRoles() {
    WireReader in = reader();
    int count = in.readUnsignedByte();
    List<String> roles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      roles.add(readName(in));
    }
    checkEnd(in);
    return List.copyOf(roles);
  }

  /**
   * Returns the content as privileges.
   *
   * @throws ProtocolException when it is no such list
   */
  public List<Privilege> asPrivileges() {
    WireReader in = reader();
    int count = in.readUnsignedByte();
    List<Privilege> privileges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int code = in.readUnsignedByte();
      boolean scoped = PrivilegeCode.scoped(code);
      String namespace = scoped ? readName(in) : "";
      String set = scoped ? readName(in) : "";
      if (namespace.isEmpty() && !set.isEmpty()) {
        throw new ProtocolException("a privilege has the set " + set + " but no namespace");
      }
      privileges.add(new Privilege(code, namespace, set));
    }
    checkEnd(in);
    return List.copyOf(privileges);
  }

  /** Returns the content as addresses. */
  public List<String> asWhitelist() {
    return bytes.length == 0 ? List.of() : List.of(asUtf8().split(",", -1));
  }

  /**
   * Returns the content as a list of numbers.
   *
   * @throws ProtocolException when it is no such list
   */
  public List<Long> asUsage() {
    WireReader in = reader();
    int count = in.readUnsignedByte();
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(in.readUnsignedInt());
    }
    checkEnd(in);
    return List.copyOf(numbers);
  }

  /** Writes the field: its length with the number counted in (4 bytes), the number, the content. */
  void write(WireWriter out) {
    out.putInt(bytes.length + 1);
    out.putByte(id);
    out.putBytes(bytes);
  }

  static AdminField read(WireReader in) {
    int length = in.readLength();
    if (length == 0) {
      throw new ProtocolException("a security field has not even a number");
    }
    int id = in.readUnsignedByte();
    return new AdminField(id, in.readBytes(length - 1));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AdminField that && id == that.id && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * id + Arrays.hashCode(bytes);
  }

  /** Names the field and its size; the content may be a secret. */
  @Override
  public String toString() {
    return "AdminField[" + id + ", " + bytes.length + " bytes]";
  }

  private WireReader reader() {
    return new WireReader(bytes, 0, bytes.length);
  }

  private static WireWriter begin(String what, int count) {
    if (count > LONGEST) {
      throw new IllegalArgumentException(count + " " + what + " are more than " + LONGEST);
    }
    WireWriter out = new WireWriter(64);
    out.putByte(count);
    return out;
  }

  private static void putName(WireWriter out, String what, String name) {
    int at = out.reserve(1);
    int length = out.putUtf8(name);
    if (length > LONGEST) {
      throw new IllegalArgumentException(
          "the " + what + " " + name + " has " + length + " bytes, more than " + LONGEST);
    }
    out.setByte(at, length);
  }

  private static void putUint32(WireWriter out, long value) {
    if (value < 0 || value > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException(value + " is not an unsigned number of 32 bits");
    }
    out.putInt((int) value);
  }

  private static String readName(WireReader in) {
    return in.readUtf8(in.readUnsignedByte());
  }

  private void checkEnd(WireReader in) {
    if (in.remaining() != 0) {
      throw new ProtocolException(
          "security field " + id + " has " + in.remaining() + " bytes too many");
    }
  }
}
