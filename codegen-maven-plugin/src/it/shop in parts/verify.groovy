String log = new File(basedir, 'build.log').text
// A closure, so that a failed assertion does not print the whole log.
def says = { String text -> log.contains(text) }
File sources = new File(basedir, 'app/target/generated-sources/asl/com/acme/shop')
File exported = new File(basedir, 'machines/target/classes/asl')

assert new File(sources, 'OrderTasks.java').text.contains('long cents')
// The second run wrote the machine that changed, and left the other's files as the first had made them.
assert new File(sources, 'BillTasks.java').lastModified() < new File(sources, 'OrderTasks.java').lastModified()
assert new File(sources, 'OrderInput.java').lastModified() < new File(sources, 'OrderTasks.java').lastModified()
assert says('12 written, 0 up to date, 0 removed')
assert says('3 written, 9 up to date, 0 removed')
// A type of a schema in the jar of another module; in the second run that is a directory.
assert new File(sources, 'BillInput.java').text.contains('Money total')
assert new File(sources, 'schemas/Money.java').text.contains('long cents')
assert says('1 definition(s) are as Java makes them')
assert new File(exported, 'shipping.asl.yaml').text.contains('StartAt: "Ship"')
assert new File(exported, 'state-machines.json').text.contains('"placeholders": []')
assert new File(basedir, 'app/target/asl-diagrams/order.mmd').text.startsWith('flowchart')
assert says('shipping.asl.json is not what the machine in Java makes:')
assert says('function:sail')
