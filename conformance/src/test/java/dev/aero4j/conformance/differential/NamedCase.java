package dev.aero4j.conformance.differential;

/**
 * A program that shows a rule that nobody would guess.
 *
 * @param name the rule, as a sentence
 */
record NamedCase(Family family, String name, Program program) {}
