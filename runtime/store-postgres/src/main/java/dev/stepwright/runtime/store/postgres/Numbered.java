package dev.stepwright.runtime.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Things that occur often, each with a number that it has for good. */
final class Numbered {
    private static final int MOST = 10_000;

    private final Connection connection;
    private final String fence;
    private final String find;
    private final String insert;
    private final Map<String, Long> known = new HashMap<>();

    Numbered(Connection connection, String fence, String find, String insert) {
        this.connection = connection;
        this.fence = fence;
        this.find = find;
        this.insert = insert;
    }

    /**
     * Returns the number of a thing, which is noted if it is not there.
     *
     * @param key finds it
     * @param row all of it
     */
    long id(String name, Object key, Supplier<Columns<?>> row) throws SQLException {
        Long there = known.get(name);
        if (there != null) {
            return there;
        }
        OptionalLong found = Statements.number(connection, find, key);
        if (found.isEmpty()) {
            new Script(fence).write(insert, row.get()).commit(connection);
            found = Statements.number(connection, find, key);
        }
        if (known.size() > MOST) {
            known.clear();
        }
        known.put(name, found.orElseThrow());
        return found.orElseThrow();
    }
}
