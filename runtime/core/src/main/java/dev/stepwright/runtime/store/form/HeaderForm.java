package dev.stepwright.runtime.store.form;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.Identities;
import dev.stepwright.runtime.store.ExecutionHeader;

/** A header as bytes, in three parts: what a list shows, the input, and the definition, which many executions share. */
public final class HeaderForm {
    private static final int VERSION = 1;
    private static final String WHAT = "the execution";

    private HeaderForm() {}

    /** Returns what a list shows as bytes. */
    public static byte[] identity(ExecutionIdentity identity) {
        BinaryWriter out = new BinaryWriter().octet(VERSION);
        Identities.write(out, identity);
        return out.toByteArray();
    }

    /**
     * Returns the identity that bytes are.
     *
     * @throws UnreadableException if they are none
     */
    public static ExecutionIdentity identity(byte[] bytes) {
        BinaryReader in = reader(bytes);
        ExecutionIdentity identity = Identities.read(in);
        Form.end(in, WHAT);
        return identity;
    }

    /** Returns the input as bytes. */
    public static byte[] input(ExecutionHeader header) {
        BinaryWriter out = new BinaryWriter()
                .octet(VERSION)
                .json(header.input())
                .optionalText(header.inputText())
                .optionalText(header.note());
        if (header.startedBy() != null) { // earlier versions do not look so far
            out.text(header.startedBy());
        }
        return out.toByteArray();
    }

    /**
     * Returns a header with the input that bytes are.
     *
     * @throws UnreadableException if they are none
     */
    public static ExecutionHeader header(ExecutionIdentity identity, StateMachineDefinition definition, byte[] input) {
        BinaryReader in = reader(input);
        ExecutionHeader header = new ExecutionHeader(
                identity, definition, in.json(), in.optionalText(), in.optionalText(), in.isAtEnd() ? null : in.text());
        Form.end(in, WHAT);
        return header;
    }

    /** Returns a definition as a text that holds all of it, the texts of numbers included. */
    public static String definition(StateMachineDefinition definition) {
        return JsonText.compact(definition.json());
    }

    public static StateMachineDefinition definition(String text) {
        return StateMachineDefinition.of(JsonDocument.parse(text).root());
    }

    private static BinaryReader reader(byte[] bytes) {
        BinaryReader in = new BinaryReader(bytes);
        Form.read(in, WHAT, VERSION);
        return in;
    }
}
