package dev.stepwright.codegen.generate;

/**
 * A file to be written.
 *
 * @param path its path from the output directory, with {@code /} between its parts
 */
public record GeneratedFile(String path, String text) {}
