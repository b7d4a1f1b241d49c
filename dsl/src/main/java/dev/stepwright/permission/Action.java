package dev.stepwright.permission;

import java.util.List;

/**
 * An action of IAM.
 *
 * @param service its prefix, {@code states}
 * @param name without the prefix, {@code StartExecution}
 * @param types the kinds of resources that it can be allowed on; none if it is allowed on all or not at all
 * @param passesRole whether its call can hand a role to the service
 */
record Action(String service, String name, List<ResourceType> types, boolean passesRole) {
    /**
     * A kind of resource.
     *
     * @param isRequired whether the action must be allowed on one of this kind
     * @param templates its ARNs
     */
    record ResourceType(String name, boolean isRequired, List<ArnTemplate> templates) {}

    String text() {
        return service + ":" + name;
    }
}
