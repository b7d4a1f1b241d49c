package dev.stepwright.codegen.source;

import dev.stepwright.validation.WorkflowType;

/**
 * A state machine that the project's classes make.
 *
 * @param file the name of its file, such as {@code order.asl.json}
 * @param asl the text of its definition
 * @param type what it is on AWS
 */
record JavaMachine(String file, String asl, WorkflowType type) {
    String name() {
        return file.substring(0, file.length() - SourceTree.DEFINITION.length());
    }
}
