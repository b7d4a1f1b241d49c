String log = new File(basedir, 'build.log').text
// A closure, so that a failed assertion does not print the whole log.
def says = { String text -> log.contains(text) }
File sources = new File(basedir, 'app/target/generated-sources/asl/com/acme/shop')
File exported = new File(basedir, 'machines/target/classes/asl')

assert new File(sources, 'OrderTasks.java').text.contains('long cents')
// The second run wrote the machine that changed, and left the other's files as the first had made them.
assert new File(sources, 'BillTasks.java').lastModified() < new File(sources, 'OrderTasks.java').lastModified()
assert new File(sources, 'OrderInput.java').lastModified() < new File(sources, 'OrderTasks.java').lastModified()
assert says('15 written, 0 up to date, 0 removed')
assert says('3 written, 12 up to date, 0 removed')
assert says('0 written, 15 up to date, 0 removed')

// The first run's jar has the classes as they were then: those of the other machines are the same, byte for byte.
File classes = new File(basedir, 'app/target/classes')
def changed = []
new java.util.zip.ZipFile(new File(basedir, 'app/target/shop-app-1.0.jar')).withCloseable { jar ->
    jar.entries().findAll { it.name.endsWith('.class') }.each { entry ->
        File now = new File(classes, entry.name)
        if (now.file && now.bytes != jar.getInputStream(entry).bytes) {
            changed << now.name
        }
    }
}
assert changed.every { it.startsWith('OrderTasks') || it.startsWith('OrderWorkflow') } && 'OrderTasks$ChargeInput.class' in changed
// Nothing is compiled where nothing has changed: the machines in all runs after the first, the app in the third.
assert log.count('Nothing to compile') == 5
assert says('0 written, 12 up to date, 3 removed')
assert !new File(sources, 'RefundWorkflow.java').exists() && !new File(classes, 'com/acme/shop/RefundWorkflow.class').exists()
assert !new File(classes, 'asl/refund.asl.json').exists()
// A type of a schema in the jar of another module; in the second run that is a directory.
assert new File(sources, 'BillInput.java').text.contains('Money total')
assert new File(sources, 'schemas/Money.java').text.contains('long cents')
assert says('1 definition(s) match the Java code')
assert new File(exported, 'shipping.asl.yaml').text.contains('StartAt: Ship\n')
assert new File(exported, 'state-machines.json').text.contains('"placeholders": []')
assert new File(basedir, 'app/target/asl-diagrams/order.svg').text.startsWith('<svg')
assert new File(basedir, 'machines/target/asl-policies/shipping.policy.json').text.contains('function:ship')
assert says('shipping.asl.json differs from the machine in Java:')
assert says('function:sail')
