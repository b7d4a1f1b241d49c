package dev.stepwright.dsl;

/** Where a transition goes, as long as not all labels are known. */
sealed interface Target {
    Target END = new End();

    /** A state. */
    record State(StateNode node) implements Target {
        /** States are the same if they are one object. */
        @Override
        public boolean equals(Object other) {
            return other instanceof State that && that.node == node;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(node);
        }

        @Override
        public String toString() {
            return "\"" + node.name() + "\"";
        }
    }

    /** The end of the scope. */
    record End() implements Target {
        @Override
        public String toString() {
            return "the end";
        }
    }

    /** Wherever a label is. */
    record Label(StateRef<?> label) implements Target {}
}
