package dev.aero4j.wire.expression;

import java.util.BitSet;
import java.util.List;

/** A part of a regular expression, as {@link RegexParser} reads it. */
sealed interface RegexNode {
  /** One byte. */
  record Literal(int value) implements RegexNode {}

  /** One byte of a set, which is not changed any more. */
  record OneOf(BitSet bytes) implements RegexNode {}

  /** A place between bytes. */
  enum Place implements RegexNode {
    TEXT_START,
    TEXT_END,
    LINE_START,
    LINE_END,
    WORD_START,
    WORD_END,
    WORD_EDGE,
    NO_WORD_EDGE
  }

  /** Several parts, one after the other. */
  record Sequence(List<RegexNode> parts) implements RegexNode {}

  /** One of several parts. */
  record Choice(List<RegexNode> options) implements RegexNode {}

  /** A part, {@code least} to {@code most} times; -1 for any number of times. */
  record Repeat(RegexNode part, int least, int most) implements RegexNode {}

  /** A part that may be referred to; groups count from 1. */
  record Group(RegexNode part, int number) implements RegexNode {}

  /** The same bytes as those that a group was found in last. */
  record Reference(int group) implements RegexNode {}
}
