package dev.stepwright.examples;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** How the examples lay out what they print. */
final class Page {
    private Page() {}

    /** Returns what writes to a stream as that stream prints text. */
    static PrintWriter writer(PrintStream out) {
        return new PrintWriter(out, true, Charset.defaultCharset());
    }

    static void title(PrintStream out, String text) {
        out.println();
        out.println("== " + text);
        out.println();
    }

    static void whereNext(PrintStream out) {
        title(out, "Where to look next");
        out.println("""
                  the workflow   examples/src/main/java/dev/stepwright/examples/order/OrderProcessing.java
                  ASL first      mvn -q -pl examples -am compile exec:java -Dexec.args=loan
                  more           mvn -q -pl examples -am compile exec:java -Dexec.args=gallery
                  your own       mvn -q -pl examples -am compile exec:java -Dexec.args="run my.asl.json --input '{...}'"
                  read           README.md, docs/\
                """);
    }
}
