/** Definitions where users have them: in files of their own, in templates of CloudFormation, SAM and the CDK, in services of Serverless, in source of Terraform and its plans. */
@NullMarked
package dev.stepwright.asl.template;

import org.jspecify.annotations.NullMarked;
