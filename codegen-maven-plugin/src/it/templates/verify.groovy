String log = new File(basedir, 'build.log').text
// A closure, so that a failed assertion does not print the whole log.
def says = { String text -> log.contains(text) }
def has = { String file -> new File(basedir, 'target/' + file).text }

has('generated-sources/asl/com/acme/OrderTasks.java')
has('generated-sources/asl/com/acme/ShippingTasks.java')
assert has('classes/asl/shipping.asl.json').contains('"Resource": "${Ship.Arn}"')
assert has('classes/asl/order.asl.json').contains('"Seconds": "${Pause}"')
has('asl-diagrams/shipping.svg')
assert has('classes/asl/shipping.asl.json').contains(':${AWS::Region}:${AWS::AccountId}:function:tell')
assert has('asl-policies/shipping.policy.json').contains(':eu-west-1:111122223333:function:tell')
assert has('asl-policies/order.policy.json').contains('${ShippingArn}')
assert !says('[WARNING] ' + basedir)
// The second build does nothing again.
assert says('[INFO] 0 written, 9 up to date, 0 removed')
has('stepwright/default-generate.state.json')
assert log.count('Nothing to compile') == 1
