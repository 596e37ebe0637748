/** How long a prompt stands on a phone, in seconds; waiting longer is of no use. */
const LONGEST_SECONDS = 60;

/** The seconds to wait for an answer: 0 stands for the most, and more than that is cut to it, as playbooks know it. */
export function patienceOf(timeout: number): number {
  return Math.min(timeout === 0 ? LONGEST_SECONDS : timeout, LONGEST_SECONDS);
}
