package dev.aero4j.expression;

import dev.aero4j.internal.call.PathCall;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.SelectReturn;

/**
 * Calls in expressions on all elements of nested lists and maps that a path selects; the path may
 * branch, with {@link Context#allChildren} and {@link Context#allChildrenWhere}. Servers know this
 * from 8.1 on.
 */
public final class PathExp {
  private PathExp() {}

  /**
   * Gives what a path selects.
   *
   * @param type the type of the result: of the collection for {@link SelectReturn#MATCHING_TREE},
   *     and otherwise {@link ExpType#LIST}
   * @param what what to give
   * @param collection a list or map
   * @param path which elements
   * @return what is asked for
   */
  public static PathCallExp select(ExpType type, SelectReturn what, Exp collection, Context path) {
    return new PathCallExp(type, PathCall.select(what, path), collection);
  }

  /**
   * Gives a collection in which what an expression makes of each element that a path selects is in
   * its place.
   *
   * @param type the type of the collection, {@link ExpType#LIST} or {@link ExpType#MAP}
   * @param modification the expression, which looks at the element by {@link Exp#loopVar}; {@link
   *     Exp#removeResult} removes the element
   * @param collection a list or map
   * @param path which elements
   * @return the changed collection
   */
  public static PathCallExp modify(ExpType type, Exp modification, Exp collection, Context path) {
    return new PathCallExp(type, PathCall.modify(modification.build(), path), collection);
  }
}
