// The steps of a test, told one by one and counted.
export class Steps {
  passed = 0;
  failed = 0;

  // `afterFailure`: called with the number of the failure, for a picture.
  constructor(afterFailure = async () => {}) {
    this.afterFailure = afterFailure;
  }

  step = async (name, play) => {
    try {
      await play();
      this.passed += 1;
      console.log(`ok      ${name}`);
    } catch (error) {
      this.failed += 1;
      console.log(`FAILED  ${name}\n        ${String(error.stack).replaceAll('\n', '\n        ')}`);
      await this.afterFailure(this.failed);
    }
  };
}
