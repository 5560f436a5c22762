package dev.aero4j.conformance.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test that runs on both faces of every backend, of something that is not affected by company.
 */
@Everywhere(faces = {Face.BLOCKING, Face.ASYNC})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BothFaces {}
