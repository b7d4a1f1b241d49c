package dev.stepwright.server.cli;

import dev.stepwright.json.JsonText;
import dev.stepwright.permission.Need;
import dev.stepwright.permission.Permissions;
import java.util.Comparator;
import java.util.List;

/** What a role needs as a table to read: a line for each action, by states. */
final class PermissionsTable {
    private static final String MACHINE = "(machine)";

    private PermissionsTable() {}

    static String of(Permissions permissions) {
        if (permissions.needs().isEmpty()) {
            return "The role needs nothing.\n";
        }
        // States stand in their order by name; stable sorting keeps actions and resources sorted within.
        List<Need> needs = permissions.needs().stream()
                .sorted(Comparator.comparing(Need::state))
                .toList();
        TextTable table = new TextTable().add("STATE", "ACTION", "RESOURCE", "WHY");
        needs.forEach(need -> table.add(state(need), need.action(), need.resource(), why(need)));
        return table.text();
    }

    /** Returns the name of the state that has the need. */
    static String state(Need need) {
        return need.state().isEmpty() ? MACHINE : need.state();
    }

    private static String why(Need need) {
        String condition =
                need.condition().map(json -> ", if " + JsonText.compact(json)).orElse("");
        String role = need.role().isEmpty() ? "" : ", by the role " + need.role();
        return need.reason() + condition + role;
    }
}
