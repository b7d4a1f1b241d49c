String log = new File(basedir, 'build.log').text
// A closure, so that a failed assertion does not print the whole log.
def says = { String text -> log.contains(text) }

assert new File(basedir, 'target/generated-sources/asl/com/acme/OrderTasks.java').file
assert new File(basedir, 'target/classes/asl/order.asl.json').text == new File(basedir, 'src/main/asl/order.asl.json').text
assert new File(basedir, 'target/classes/asl/greeting.asl.json').text.contains('"StartAt": "Greet"')
assert says('Tests run: 3, Failures: 0')
assert says('9 written, 0 up to date, 0 removed')
assert says('0 written, 9 up to date, 0 removed')
assert says('0 written, 2 up to date, 0 removed')
assert log.count('Nothing to compile') == 1
