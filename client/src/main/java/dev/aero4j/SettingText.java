package dev.aero4j;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The text of one setting, read as what the setting needs.
 *
 * @param name the setting's name, for messages
 * @param value its text, without spaces around it
 */
record SettingText(String name, String value) {
  int integer() {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw bad("an integer");
    }
  }

  boolean bool() {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad("true or false");
    };
  }

  List<String> list() {
    return Arrays.stream(value.split("[,;]")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  List<Integer> integers() {
    return list().stream().map(item -> new SettingText(name, item).integer()).toList();
  }

  /** A number of milliseconds, or one with a unit. */
  Duration duration() {
    int digits = 0;
    while (digits < value.length() && Character.isDigit(value.charAt(digits))) {
      digits++;
    }
    String number = value.substring(0, digits);
    String unit = value.substring(digits).strip();
    try {
      long count = Long.parseLong(number);
      return switch (unit) {
        case "", "ms" -> Duration.ofMillis(count);
        case "s" -> Duration.ofSeconds(count);
        case "m" -> Duration.ofMinutes(count);
        case "h" -> Duration.ofHours(count);
        default -> throw bad("a number of milliseconds, or one with ms, s, m or h");
      };
    } catch (NumberFormatException | ArithmeticException e) {
      throw bad("a number of milliseconds, or one with ms, s, m or h");
    }
  }

  /** A constant's name in any case, with {@code -} or {@code _} between words. */
  <E extends Enum<E>> E constant(Class<E> type) {
    String wanted = value.toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return constant;
      }
    }
    throw bad("one of " + Arrays.toString(type.getEnumConstants()).replaceAll("[\\[\\]]", ""));
  }

  private InvalidArgumentException bad(String expected) {
    return new InvalidArgumentException(name + " is '" + value + "'; expected " + expected);
  }
}
