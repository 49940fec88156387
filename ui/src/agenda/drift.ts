import { t } from "$lib/text";

/** "3 min over", "2 min to spare", "on time". */
export function driftOf(min: number): string {
  const state = min > 0 ? "over" : min < 0 ? "under" : "even";
  return t("run-drift", { state, abs: Math.abs(min) });
}

/** "Began 1 late, lost 2 since. Plan: 21:00." */
export function whyOf(beganLate: number, since: number, plan: string): string {
  return t("forecast-why", {
    began: beganLate > 0 ? "late" : beganLate < 0 ? "early" : "even",
    late: Math.abs(beganLate),
    since: since > 0 ? "lost" : since < 0 ? "won" : "even",
    lost: Math.abs(since),
    plan,
  });
}
