package dev.stepwright.server.cli;

import java.io.PrintWriter;
import java.util.List;

/** A form in which findings are printed. */
interface FindingsFormat {
    /** Prints what was found, files in the order in which they were named. */
    void print(List<CheckedFile> files, PrintWriter out);
}
