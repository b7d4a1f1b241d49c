package dev.stepwright.codegen.source;

import dev.stepwright.permission.Deployment;
import dev.stepwright.permission.Permissions.Setting;
import java.util.Set;

/**
 * Where machines run, and what they have that their definitions do not say.
 *
 * @param deployment the name of the machine is that of each definition
 * @param settings none unless the machines log or send traces
 */
public record PolicySetting(Deployment deployment, Set<Setting> settings) {
    public PolicySetting {
        settings = Set.copyOf(settings);
    }
}
