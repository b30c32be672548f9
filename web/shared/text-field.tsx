import { useId } from 'react';

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  /** It takes the focus when it comes onto the page. */
  readonly writeAtOnce?: boolean;
}

/** As long as the API takes texts. */
const MOST_LETTERS = 2000;

/** A few lines of text with their label above. */
export function TextField({ name, label, writeAtOnce = false }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} name={name} rows={3} autoFocus={writeAtOnce} required maxLength={MOST_LETTERS} dir="auto" />
    </div>
  );
}
