package dev.stepwright.jsonata.functions;

/** Numbers and dates by pictures. */
final class PictureFunctions {
    private PictureFunctions() {}

    static void addTo(Registry registry) {}
}
