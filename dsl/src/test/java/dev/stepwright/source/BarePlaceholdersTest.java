package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Definitions with placeholders in place of numbers and other values that are no texts, on their way to Java and back. */
class BarePlaceholdersTest {
    private static final String TASK = "'Type':'Task','Resource':'${F}'";
    private static final String INVOKE = "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Parameters':";
    private static final String CALL = "'Type':'Task','Resource':'arn:aws:states:::";
    private static final String JSONATA = ",'QueryLanguage':'JSONata'";
    private static final String BRANCH =
            "'StartAt':'B','States':{'B':{'Type':'Pass','Result':${R},'ResultPath':'$.b','End':true}}}";
    private static final String PROCESSOR = "'ItemProcessor':{" + BRANCH;
    private static final String AND_ANOTHER = "'Next':'D'},'D':{'Type':'Pass'";

    @Test
    void tasks_come_back() {
        comeBack(
                TASK + ",'TimeoutSeconds':${T},'HeartbeatSeconds':${H}",
                TASK + JSONATA + ",'TimeoutSeconds':${T},'HeartbeatSeconds':'${H}'",
                TASK + ",'Retry':[{'ErrorEquals':['States.ALL'],'IntervalSeconds':${I},'MaxAttempts':${M},"
                        + "'BackoffRate':${B},'MaxDelaySeconds':${D},'JitterStrategy':${J}}]",
                TASK + ",'Retry':${Retry}",
                TASK + ",'Retry':[${Rule}]",
                TASK + ",'Retry':[{'ErrorEquals':[${Error}]}]",
                TASK + ",'Catch':${Catch}",
                TASK + ",'Catch':[{'ErrorEquals':['States.ALL'],'ResultPath':${P},'Next':'D'}]," + AND_ANOTHER,
                TASK + ",'Comment':${Comment},'Credentials':{'RoleArn':${Role}}",
                "'Type':'Task','Resource':${Function}",
                "'Type':${Type}");
    }

    @Test
    void data_comes_back() {
        comeBack(
                TASK + ",'Parameters':{'a':${A},'b':'${B}','c.$':'$.c','d':[${D},'${E}'],'e':{'f':${F}}}",
                TASK + ",'Parameters':{'a':${A},'b':'${B}','d':[${D},'${E}'],'e':{'f':${F}}}",
                TASK + ",'Parameters':${Parameters}",
                TASK + ",'ResultSelector':{'a.$':'$.a','b':${B}},'ResultPath':'$.x'",
                TASK + ",'ResultSelector':${S},'ResultPath':${P},'InputPath':${I},'OutputPath':${O}",
                TASK + JSONATA + ",'Arguments':{'a':${A},'b':'{% $states.input.b %}'},'Output':${O},"
                        + "'Assign':{'x':${X},'y':'{% 1 %}'}",
                TASK + JSONATA + ",'Arguments':${A},'Assign':${Assign}",
                "'Type':'Pass','Result':${R}",
                "'Type':'Pass','Result':[1,${R},'${R}'],'ResultPath':'$.r'",
                "'Type':'Pass','Parameters':{'a':${A},'b.$':'$.b','${key}':${B}},'Assign':{'a':${A}}",
                "'Type':'Pass','Parameters':{'a':1,'b.$':${Path}},'ResultPath':'$.p'",
                "'Type':'Pass'" + JSONATA + ",'Output':{'a':${A}}",
                "'Type':'Pass','Parameters':{'a':1},'ResultPath':${P}");
    }

    @Test
    void what_services_take_comes_back() {
        comeBack(
                INVOKE + "{'FunctionName':${F},'Payload':${P}}",
                INVOKE + "{'FunctionName':'${F}','Payload':{'a':${A},'b.$':'$.b'}},'OutputPath':'$.Payload'",
                CALL + "sns:publish','Parameters':{'TopicArn':'${T}','Message':${M}}",
                CALL + "sqs:sendMessage','Parameters':{'QueueUrl':'${Q}','MessageBody':'x','DelaySeconds':${D}}",
                CALL + "dynamodb:getItem','Parameters':{'TableName':${T},'Key':{'id':{'S':${Id}}}}",
                CALL + "states:startExecution.sync:2','Parameters':{'StateMachineArn':${M},'Input':${I}},"
                        + "'OutputPath':'$.Output'");
    }

    @Test
    void other_states_come_back() {
        comeBack(
                "'Type':'Wait','Seconds':${S}",
                "'Type':'Wait','SecondsPath':${S}",
                "'Type':'Wait','Timestamp':${T}",
                "'Type':'Wait'" + JSONATA + ",'Seconds':${S},'Output':${O}",
                "'Type':'Wait'" + JSONATA + ",'Timestamp':${S}",
                "'Type':'Parallel','Branches':[{" + BRANCH + "],'Parameters':{'a':${A}}",
                "'Type':'Parallel','Branches':${Branches}",
                "'Type':'Pass','Next':${Next}",
                "'Type':'Pass','Next':'F'},'F':{'Type':'Fail','Error':${E},'Cause':${C}},'G':{'Type':'Pass'",
                "'Type':'Choice','Choices':[{'Variable':'$.a','NumericEquals':${N},'Next':'D'},{'And':["
                        + "{'Variable':'$.b','NumericLessThan':${M}},{'Variable':'$.b','NumericGreaterThan':1}],"
                        + "'Next':'D'},{'Variable':'$.c','BooleanEquals':${C},'Next':'D'},"
                        + "{'Variable':'$.d','IsPresent':${P},'Next':'D'},"
                        + "{'Variable':'$.e','StringEquals':${E},'Next':'D'},"
                        + "{'Variable':${V},'StringEquals':'${E}','Next':'D'}],'Default':'D'},'D':{'Type':'Pass'",
                "'Type':'Choice','Choices':[${Rule}],'Default':'D'},'D':{'Type':'Pass'",
                "'Type':'Choice'" + JSONATA
                        + ",'Choices':[{'Condition':${N},'Next':'D'}],'Default':'D'},'D':{'Type':'Pass'");
    }

    @Test
    void maps_come_back() {
        comeBack(
                "'Type':'Map','MaxConcurrency':${C}," + PROCESSOR,
                "'Type':'Map','ItemsPath':${I},'ItemSelector':{'a':${A},'v.$':'$$.Map.Item.Value'}," + PROCESSOR,
                "'Type':'Map','ItemSelector':${I}," + PROCESSOR,
                "'Type':'Map'" + JSONATA + ",'Items':${I},'MaxConcurrency':${C}," + PROCESSOR,
                "'Type':'Map','ItemProcessor':${Processor}",
                "'Type':'Map','ItemBatcher':{'BatchInput':{'x':'a'}},'ItemProcessor':{'ProcessorConfig':${C},"
                        + "'StartAt':'B','States':{'B':{'Type':'Pass','InputPath':'$.BatchInput.x','End':true}}}",
                "'Type':'Map','Label':${L},'MaxConcurrency':${C},'ToleratedFailureCount':${F},"
                        + "'ToleratedFailurePercentage':${P},'ItemReader':{'Resource':'arn:aws:states:::s3:getObject',"
                        + "'ReaderConfig':{'InputType':'CSV','MaxItems':${M},'CSVHeaderLocation':'FIRST_ROW'},"
                        + "'Parameters':{'Bucket':${B},'Key':'${K}'}},'ItemBatcher':{'MaxItemsPerBatch':${B},"
                        + "'BatchInput':{'x':${X}}},'ResultWriter':{'Resource':'arn:aws:states:::s3:putObject',"
                        + "'Parameters':{'Bucket':${B},'Prefix':'${P}'}},'ItemProcessor':{'ProcessorConfig':"
                        + "{'Mode':'DISTRIBUTED','ExecutionType':${T}}," + BRANCH);
    }

    @Test
    void fields_of_the_machine_come_back() {
        machinesComeBack(
                "'Comment':${C},'Version':${V},'TimeoutSeconds':${T},'QueryLanguage':'JSONata',"
                        + "'States':{'S':{'Type':'Succeed','Output':${O}}}",
                "'TimeoutSeconds':${T},'Other':[${A}, {'b':${B}}],"
                        + "'States':{'S':{'Type':'Fail','Error':${E},'Cause':'${C}'}}");
    }

    @Test
    void numbers_are_said_in_words() {
        Imports imports = machinesComeBack("'TimeoutSeconds':${T},'States':{'S':{" + TASK
                + ",'TimeoutSeconds':${T},'Next':'W'},'W':{'Type':'Wait','Seconds':${S},'End':true}}");

        JavaSource source = imports.sources().get(0);
        assertThat(source.text())
                .contains(
                        ".with(\"TimeoutSeconds\", json(\"${T}\"))",
                        ".timeout(number(json(\"${T}\", Integer.class)))",
                        "waitFor(\"W\", number(json(\"${S}\", Integer.class)))");
        assertThat(source.raw()).isEmpty();
    }

    private static void comeBack(String... states) {
        machinesComeBack(Stream.of(states)
                .map(state -> "'States':{'S':{" + state + (state.contains("'Next':${") ? "}}" : ",'End':true}}"))
                .toArray(String[]::new));
    }

    private static Imports machinesComeBack(String... machines) {
        Imports imports = Imports.of(Stream.of(machines)
                .map(fields -> "{'StartAt':'S'," + fields + "}")
                .map(machine -> AslDocument.parseUnfilled("order", machine.replace('\'', '"')))
                .toList());
        assertThat(imports.failures()).isEqualTo(List.of());
        return imports;
    }
}
