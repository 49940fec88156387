import type { Problem } from "$lib/api";
import { t } from "$lib/text";

/** What a refusal says. */
export function said(problem: Problem): string {
  return t(`problem-${problem.problem}`, problem.args);
}
