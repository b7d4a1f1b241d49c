package dev.stepwright.jsonata.compile;

/** What one {@code %} stands for while its place is looked for: how many levels up it still is, and under which name it is kept. */
final class Slot {
    String label;
    int level = 1;

    Slot(String label) {
        this.label = label;
    }
}
