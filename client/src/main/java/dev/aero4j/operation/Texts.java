package dev.aero4j.operation;

/** Operations as text for messages, close to how they are written. */
final class Texts {
  private Texts() {}

  /**
   * Returns an operation as text.
   *
   * @param family the class with its factory
   * @param bin its bin, empty for the whole record
   * @param arguments what else it is given, or empty
   * @param path where it is made
   */
  static String call(Class<?> family, String label, String bin, String arguments, Context path) {
    StringBuilder text = new StringBuilder(family.getSimpleName()).append('.').append(label);
    text.append('(');
    if (!bin.isEmpty()) {
      text.append('"').append(bin).append('"');
    }
    if (!arguments.isEmpty()) {
      text.append(", ").append(arguments);
    }
    text.append(')');
    if (!path.isRoot()) {
      text.append(".at(").append(path).append(')');
    }
    return text.toString();
  }
}
