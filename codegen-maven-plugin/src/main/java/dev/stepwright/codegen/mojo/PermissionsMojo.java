package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Policies;
import dev.stepwright.codegen.source.PolicySetting;
import dev.stepwright.permission.Deployment;
import dev.stepwright.permission.Permissions.Setting;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the IAM policy that the role of each state machine needs: {@code order.policy.json} for {@code order.asl.json}, also for machines that
 * {@code export} wrote. A question that a definition leaves open is a hint; a call whose permissions are unknown is a warning.
 */
@Mojo(name = "permissions", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class PermissionsMojo extends SourcesMojo {
    /** The directory of the definitions, subdirectories included. It may be missing. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    /** The directory that the policies are written to. */
    @Parameter(property = "asl.policyDirectory", defaultValue = "${project.build.directory}/asl-policies")
    private File policyDirectory;

    /** The partition in ARNs, and the value of ${AWS::Partition}: aws-cn or aws-us-gov. With aws it is that of the ARNs in Resource. */
    @Parameter(property = "asl.partition", defaultValue = "aws")
    private String partition;

    /** The region in ARNs that the definitions do not spell out, and the value of ${AWS::Region}; * for any. */
    @Parameter(property = "asl.region", defaultValue = "*")
    private String region;

    /** The account in ARNs that the definitions do not spell out, and the value of ${AWS::AccountId}; * for any. */
    @Parameter(property = "asl.account", defaultValue = "*")
    private String account;

    /** Whether to add the permissions to log executions. */
    @Parameter(property = "asl.logging", defaultValue = "false")
    private boolean logging;

    /** Whether to add the permissions to send traces to X-Ray. */
    @Parameter(property = "asl.tracing", defaultValue = "false")
    private boolean tracing;

    @Override
    String run(Findings findings) throws IOException, MojoFailureException {
        Deployment deployment = deployment();
        return new Policies(
                                sources(sourceDirectory, deployment.pseudoParameters()),
                                exportDirectory().toPath(),
                                folder(policyDirectory, "policies"),
                                new PolicySetting(deployment, Setting.of(logging, tracing)))
                        .run(findings)
                + " in " + policyDirectory;
    }

    private Deployment deployment() throws MojoFailureException {
        try {
            return new Deployment(partition, region, account, Deployment.ANYWHERE.machine());
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException("partition, region and account: " + e.getMessage(), e);
        }
    }
}
