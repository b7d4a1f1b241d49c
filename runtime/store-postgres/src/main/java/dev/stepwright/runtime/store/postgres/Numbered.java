package dev.stepwright.runtime.store.postgres;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Things that occur often, each with a number. */
final class Numbered {
    private static final int MOST = 10_000;

    private final Statements statements;
    private final String find;
    private final String insert;
    private final Map<String, Long> known = new HashMap<>();
    private final Set<String> unsure = new TreeSet<>();

    Numbered(Statements statements, String find, String insert) {
        this.statements = statements;
        this.find = find;
        this.insert = insert;
    }

    /**
     * Returns the number of a thing, which is noted if it is not there.
     *
     * @param columns the first of them finds it
     */
    long id(String name, Object... columns) throws SQLException {
        Long there = known.get(name);
        if (there != null) {
            return there;
        }
        OptionalLong found = statements.number(find, columns[0]);
        long id = found.isPresent()
                ? found.getAsLong()
                : statements.number(insert, columns).orElseThrow();
        unsure.add(name);
        known.put(name, id);
        return id;
    }

    /** What was noted has been committed. */
    void keep() {
        unsure.clear();
        if (known.size() > MOST) {
            known.clear();
        }
    }

    /** What was noted since has been rolled back. */
    void forget() {
        known.keySet().removeAll(unsure);
        unsure.clear();
    }
}
