package dev.stepwright.validation.rule;

import dev.stepwright.validation.machine.Shape;
import java.util.Collection;
import java.util.List;

/** How AWS says things that several rules have to say. */
public final class ServiceWords {
    /** Of an array or object that needs something in it. */
    public static final String EMPTY = "Value cannot be empty";

    private ServiceWords() {}

    /** Of a value of another type. */
    public static String expected(Shape shape) {
        return "Expected value of type [" + shape.serviceName() + "]";
    }

    /** Of a text that is none of the words that a field takes. */
    public static String oneOf(List<String> words) {
        return "Value should be one of the following: " + words;
    }

    /** Of a field that the object does not have. */
    public static String unsupported(String field) {
        return "Field '" + field + "' is not supported";
    }

    /** Of an object that lacks fields. */
    public static String required(Collection<String> fields) {
        return "These fields are required: " + fields;
    }

    /** Of an object that lacks a field. */
    public static String required(String field) {
        return required(List.of(field));
    }

    /** Of an object with several fields of which it may have one. */
    public static String onlyOneOf(List<String> fields) {
        return "There should only be one of the following fields: " + fields;
    }

    /** Of an object with none of the fields of which it has to have one. */
    public static String noneOf(List<String> fields) {
        return "This object should have only one of the following fields: " + fields;
    }

    /** Of a name that is too long. */
    public static String tooLong(String of, String name, int longest) {
        return "%s '%s' exceeds the %d-character limit allowed by the service".formatted(of, name, longest);
    }

    /** Of a text that is no reference path. */
    public static String noReferencePath(String text) {
        return "Value is not a Reference Path" + (text.startsWith("$") ? "" : ": Reference path didn't start with '$'");
    }

    /** Of a resource that it does not know. */
    public static String unrecognized(String resource) {
        return "The resource provided %s is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."
                .formatted(resource);
    }
}
