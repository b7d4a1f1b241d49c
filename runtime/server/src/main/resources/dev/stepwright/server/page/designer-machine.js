// The state machine that the designer's text belongs to, on the server, by the operations of the API.
import {call} from './designer-server.js';

const ROLE = 'arn:aws:iam::123456789012:role/stepwright';

/** What a new machine begins with. */
export const NEW = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Start",
  "States": {
    "Start": {
      "Type": "Pass",
      "End": true
    }
  }
}
`;

/** A machine that is there, or is made when it is saved for the first time. */
export class Machine {
  /** @param arn empty for one that is not there yet */
  constructor(arn) {
    this.arn = arn;
    this.saved = NEW; // the text that it has
  }

  open() {
    return call('DescribeStateMachine', {stateMachineArn: this.arn});
  }

  async save(name, type, definition) {
    if (this.arn) {
      await call('UpdateStateMachine', {stateMachineArn: this.arn, definition});
    } else {
      this.arn = (await call('CreateStateMachine', {name, type, roleArn: ROLE, definition})).stateMachineArn;
    }
    this.saved = definition;
  }

  start(input) {
    return call('StartExecution', {stateMachineArn: this.arn, input});
  }

  runSync(input) {
    return call('StartSyncExecution', {stateMachineArn: this.arn, input});
  }
}

/** Runs one state of a definition; with a result in place of its work, if it does any. */
export const tried = (definition, stateName, input, result) => call('TestState', {
  definition,
  stateName,
  roleArn: ROLE,
  input,
  mock: result === undefined ? undefined : {result, fieldValidationMode: 'NONE'}
});
