String log = new File(basedir, 'build.log').text
// A closure, so that a failed assertion does not print the whole log.
def says = { String text -> log.contains(text) }
String asl = new File(basedir, 'src/main/asl').canonicalPath + File.separator

assert says("[ERROR] ${asl}order.asl.json:[7,15] error ASL-STA-007 Next names \"Shipp\"")
assert says("[ERROR] ${asl}order.input.schema.json:[4,23] error ASL-SCH-002 \"numbr\" is not a JSON Schema")
assert says('2 error(s) and 0 warning(s) in definitions and schemas')
assert says('MojoFailureException')
assert !new File(basedir, 'target/generated-sources/asl/com/acme/OrderTasks.java').exists()

// The second build: a definition without a fault, in a project without the runtime.
assert says('needs dev.stepwright:stepwright-runtime-core, which is not on the class path of this project')
assert says('<artifactId>stepwright-runtime-core</artifactId>')
assert !says('COMPILATION ERROR')

// The third: a definition within a template.
String template = new File(basedir, 'template.yaml').canonicalPath
assert says("[ERROR] ${template}:[6,42] error ASL-CFN-003 the template has no parameter or resource \"Shpi\"")
assert says("[ERROR] ${template}:[10,60] error ASL-STA-007 Next names \"Don\"")
