/** The work that Task states hand out: functions behind a Lambda endpoint, nested executions, activities, task tokens. */
@NullMarked
package dev.stepwright.server.task;

import org.jspecify.annotations.NullMarked;
