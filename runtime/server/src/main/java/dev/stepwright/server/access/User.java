package dev.stepwright.server.access;

import java.util.List;

/**
 * Somebody who may use a server.
 *
 * @param name as in IAM
 * @param keys one, or two while one takes the place of the other
 */
record User(String name, List<AccessKey> keys, Policies policies) {
    User {
        keys = List.copyOf(keys);
    }
}
