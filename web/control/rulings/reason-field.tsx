import { TextField } from '../../shared/text-field';
import { useTexts } from '../../shared/use-texts';
import { rulingTexts } from '../../texts/control-rulings';

/** The field `reason` of a form. */
export function ReasonField() {
  const texts = useTexts(rulingTexts);
  return <TextField name="reason" label={texts.reason} />;
}
