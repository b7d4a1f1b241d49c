package dev.stepwright.server.cli;

import dev.stepwright.json.JsonText;
import dev.stepwright.permission.Need;
import dev.stepwright.permission.Permissions;
import java.util.Comparator;
import java.util.List;

/** What a role needs as a table to read: a line for each action, by states. */
final class PermissionsTable {
    private static final String MACHINE = "(machine)";
    private static final String GAP = "  ";

    private PermissionsTable() {}

    static String of(Permissions permissions) {
        if (permissions.needs().isEmpty()) {
            return "The role needs nothing.\n";
        }
        // States stand in their order by name; stable sorting keeps actions and resources sorted within.
        List<Need> needs = permissions.needs().stream()
                .sorted(Comparator.comparing(Need::state))
                .toList();
        int state = width(needs.stream().map(PermissionsTable::state).toList(), "STATE");
        int action = width(needs.stream().map(Need::action).toList(), "ACTION");
        int resource = width(needs.stream().map(Need::resource).toList(), "RESOURCE");
        String format = "%-" + state + "s" + GAP + "%-" + action + "s" + GAP + "%-" + resource + "s" + GAP + "%s\n";
        StringBuilder table = new StringBuilder(format.formatted("STATE", "ACTION", "RESOURCE", "WHY"));
        needs.forEach(need -> table.append(format.formatted(state(need), need.action(), need.resource(), why(need))));
        return table.toString();
    }

    private static int width(List<String> texts, String title) {
        return Math.max(
                title.length(), texts.stream().mapToInt(String::length).max().orElse(0));
    }

    private static String state(Need need) {
        return need.state().isEmpty() ? MACHINE : need.state();
    }

    private static String why(Need need) {
        String condition =
                need.condition().map(json -> ", if " + JsonText.compact(json)).orElse("");
        String role = need.role().isEmpty() ? "" : ", by the role " + need.role();
        return need.reason() + condition + role;
    }
}
