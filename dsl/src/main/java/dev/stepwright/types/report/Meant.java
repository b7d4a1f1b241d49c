package dev.stepwright.types.report;

/**
 * A path or a variable that is probably misspelt.
 *
 * @param written as far as the name that is not there
 * @param instead what is probably meant
 */
public record Meant(String written, String instead) {}
