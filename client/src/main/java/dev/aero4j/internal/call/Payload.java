package dev.aero4j.internal.call;

import dev.aero4j.wire.WireWriter;

/** What is sent with a call: arguments that do not change any more. */
public interface Payload {
  /** Returns how many arguments there are. */
  int count();

  /** Appends the arguments, one after another. */
  void writeTo(WireWriter out);

  /** Returns these arguments and more after them. */
  default Payload and(Payload more) {
    return new Both(this, more);
  }

  /**
   * Arguments of two origins.
   *
   * @param first what is sent first
   * @param second what is sent after it
   */
  record Both(Payload first, Payload second) implements Payload {
    @Override
    public int count() {
      return first.count() + second.count();
    }

    @Override
    public void writeTo(WireWriter out) {
      first.writeTo(out);
      second.writeTo(out);
    }
  }
}
