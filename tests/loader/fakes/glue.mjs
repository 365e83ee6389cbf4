// Stands for the wasm: writes down what it is told, and answers as it is set to.

export const calls = [];
export const answers = { heard: 0, received: undefined };

export default async function init() {}

export function heard(stream, state) {
  calls.push(['heard', stream, state]);
  return answers.heard;
}

export function received(stream, data) {
  calls.push(['received', stream, data]);
  return answers.received;
}
