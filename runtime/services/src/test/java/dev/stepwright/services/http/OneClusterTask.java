package dev.stepwright.services.http;

import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;

/** A machine of one task of EKS, which calls a cluster or runs a job there. */
record OneClusterTask(Engine engine, String action, String fields) implements OneCall {
    static OneClusterTask of(EngineConfig.Builder config, EksTasks tasks, String action) {
        return new OneClusterTask(
                Engine.create(config.region("eu-west-1").runner(tasks).build()), "eks:" + action, "");
    }

    /** Returns one with further fields of the state, each followed by a comma. */
    OneClusterTask with(String more) {
        return new OneClusterTask(engine, action, more);
    }

    /** @param more further parameters, each after a comma */
    static String parameters(Object endpoint, String authority, String more) {
        return """
                {"ClusterName": "c", "Endpoint": "%s", "CertificateAuthority": "%s"%s}""".formatted(endpoint, authority, more);
    }
}
