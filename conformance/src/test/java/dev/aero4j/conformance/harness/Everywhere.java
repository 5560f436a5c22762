package dev.aero4j.conformance.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs on every face of every backend. It may take a {@link dev.aero4j.Client}, a
 * {@link Backend}, the {@link Face}, the official client.
 */
@TestTemplate
@ExtendWith(TargetProvider.class)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Everywhere {
  /** Which faces, when not all. */
  Face[] faces() default {};

  /** Whether only the nodes of this JVM can do it. */
  boolean embeddedOnly() default false;

  /** Whether only real servers can do it; without one there is nothing to run. */
  boolean realOnly() default false;
}
