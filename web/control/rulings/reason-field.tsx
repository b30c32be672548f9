import { useTexts } from '../../shared/use-texts';
import { rulingTexts } from '../../texts/control-rulings';

/** The field `reason` of a form. */
export function ReasonField() {
  const texts = useTexts(rulingTexts);
  return (
    <label className="field">
      {texts.reason}
      <textarea name="reason" rows={2} required maxLength={2000} />
    </label>
  );
}
