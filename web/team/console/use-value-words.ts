import type { SettingValue } from '../../../lib/core/records/records';
import { useTexts } from '../../shared/use-texts';
import { consoleTexts } from '../../texts/console';

/** A setting's value as people read it. */
export function useValueWords(): (value: SettingValue | null) => string {
  const { notSet, none } = useTexts(consoleTexts);
  return (value) => {
    if (value === null) return notSet;
    if (Array.isArray(value)) return value.length === 0 ? none : value.join(', ');
    return String(value);
  };
}
