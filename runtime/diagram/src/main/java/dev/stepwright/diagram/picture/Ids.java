package dev.stepwright.diagram.picture;

import java.util.HashMap;
import java.util.Map;

/** Ids of states that depend on nothing but their names: {@code state-Book.20flight} is "Book flight". */
final class Ids {
    private final Map<String, Integer> taken = new HashMap<>();

    /** Returns the id of a state; one whose name there is already, which is no valid definition, has a number behind two dots. */
    String of(String name) {
        StringBuilder id = new StringBuilder("state-");
        name.codePoints().forEach(c -> {
            boolean isPlain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            if (isPlain) {
                id.appendCodePoint(c);
            } else {
                id.append('.').append(Integer.toHexString(c));
                id.append(Integer.toHexString(c).length() > 2 ? "." : "");
            }
        });
        int count = taken.merge(id.toString(), 1, Integer::sum);
        return count == 1 ? id.toString() : id + ".." + count;
    }
}
